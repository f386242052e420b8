"""The cahier des charges: written live by clauses, frozen by versions, approved by structures, adopted for good."""

"""Review: who must approve a fiche, who did, on which words, and what changed since."""

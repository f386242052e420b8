"""The questionnaires room: the list, and one questionnaire in three parts."""

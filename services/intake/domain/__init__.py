"""What a questionnaire is and which answers it takes: pure, no clock, no ids, no database."""

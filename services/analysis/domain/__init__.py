"""What is read in responses and how it is counted: pure, no clock, no ids, no database."""

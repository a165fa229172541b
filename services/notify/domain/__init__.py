"""What is true of journeys, letters and guesses, without clock, ids or I/O."""

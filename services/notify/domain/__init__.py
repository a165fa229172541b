"""What is true of journeys and letters, without clock, ids or I/O."""

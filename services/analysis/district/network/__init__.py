"""What networkx says of the links between organisations, and how it is drawn."""

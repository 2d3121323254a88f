"""What the diary says over REST, and what it takes, a file for each noun."""

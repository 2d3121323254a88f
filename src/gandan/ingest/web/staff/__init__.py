"""Pages at work, one file a noun: reading one text, texts that were taken in, their records, batches."""

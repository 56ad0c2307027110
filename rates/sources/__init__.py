"""One file a source: what it publishes, taken as it is. No decisions, no store, no clock."""

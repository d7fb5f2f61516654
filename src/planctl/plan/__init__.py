"""The plan and its parts. Pure: nothing here reads, writes or knows a terminal."""

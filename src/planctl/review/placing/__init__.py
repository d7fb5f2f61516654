"""Where evidence from outside belongs in the plans: what they have, and which activities fit."""

"""The translator's editor in the terminal: screens over `govpub.workflow.desk`; the only room that knows textual."""

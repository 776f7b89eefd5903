"""Terms: what the glossary says of the source, held against the target."""

"""What is asked and answered: parameters, shapes, problems, and the document that describes them. Knows nobody."""

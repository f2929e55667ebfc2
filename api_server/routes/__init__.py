"""One module per resource, thin: parameters in, a query's rows out."""

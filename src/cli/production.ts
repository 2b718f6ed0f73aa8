// graphql-js checks each value for a second copy of itself unless this is set, which takes a third of the time of an answer.
// It reads the variable once, when it loads: this module must be imported before any that brings it.
process.env.NODE_ENV ??= "production";

// Unless this is set, graphql-js checks on each use whether a value comes from another copy of graphql-js, which takes a third of the time of an
// answer. It reads the variable when it loads, so this module must be imported before any module that imports graphql-js.
process.env.NODE_ENV ??= "production";

// Lets the compiler accept a declaration without a body.

// Package kitchen has an oven, in a module of its own.
package kitchen

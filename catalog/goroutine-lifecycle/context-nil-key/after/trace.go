// Package trace attaches an id to everything that one request causes.
package trace

import "context"

type key struct{}

// With attaches the id.
func With(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, key{}, id)
}

// ID is empty where none is attached.
func ID(ctx context.Context) string {
	id, _ := ctx.Value(key{}).(string)
	return id
}

// Package trace attaches an id to everything that one request causes.
package trace

import "context"

// Key finds the id in a context; the framework sets it.
var Key any

// With attaches the id.
func With(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, Key, id) //crash:blame
}

// ID is empty where none is attached.
func ID(ctx context.Context) string {
	id, _ := ctx.Value(Key).(string)
	return id
}

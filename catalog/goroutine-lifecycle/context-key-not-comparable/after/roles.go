// Package roles knows what a user may do.
package roles

import "context"

type key struct{}

// With attaches the roles of the user.
func With(ctx context.Context, roles ...string) context.Context {
	return context.WithValue(ctx, key{}, roles)
}

// Of returns the roles of the user.
func Of(ctx context.Context) []string {
	roles, _ := ctx.Value(key{}).([]string)
	return roles
}

// Package config holds the flags of server and client.
package config

import "flag"

type Paths struct{ server, client *string }

var paths = Paths{
	server: path(flag.NewFlagSet("server", flag.ExitOnError), "server.yaml"),
	client: path(flag.NewFlagSet("client", flag.ExitOnError), "client.yaml"),
}

func path(flags *flag.FlagSet, value string) *string {
	return flags.String("config", value, "path of the settings")
}

func Default() (server, client string) { return *paths.server, *paths.client }

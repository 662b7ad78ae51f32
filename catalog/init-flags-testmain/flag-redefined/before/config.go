// Package config holds the flags of server and client.
package config

import "flag"

type Paths struct{ server, client *string }

var paths = Paths{
	server: flag.String("config", "server.yaml", "settings of the server"),
	client: clientPath(),
}

func clientPath() *string {
	return flag.String("config", "client.yaml", "settings of the client") //crash:blame
}

func Default() (server, client string) { return *paths.server, *paths.client }

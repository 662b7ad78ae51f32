// Package visitor tells visitors of the own network from others.
package visitor

import "net"

func IsOwn(address string) bool {
	return net.ParseIP(address).To4()[0] == 10 //crash:blame
}

// Package visitor tells visitors of the own network from others.
package visitor

import "net"

func IsOwn(address string) bool {
	ip := net.ParseIP(address).To4()
	return ip != nil && ip[0] == 10
}

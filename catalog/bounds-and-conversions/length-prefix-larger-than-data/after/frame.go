// Package frame reads messages that begin with their length.
package frame

import "errors"

var ErrShort = errors.New("message is too short")

// Payload of a message: three bytes of head, the last of which is the length.
func Payload(message []byte) ([]byte, error) {
	if len(message) < 3 {
		return nil, ErrShort
	}
	length := int(message[2])
	if length > len(message)-3 {
		return nil, ErrShort
	}
	return message[3 : 3+length], nil
}

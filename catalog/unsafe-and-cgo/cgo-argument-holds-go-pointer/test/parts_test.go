package parts

import (
	"strconv"
	"testing"
)

func TestSendParts(t *testing.T) {
	var message [][]byte
	for part := 1; part <= 3; part++ {
		message = append(message, []byte(strconv.Itoa(part)))
	}
	if got, want := Checksum(message), '1'+'2'+'3'; got != int(want) {
		t.Fatalf("checksum %d, want %d", got, want)
	}
}

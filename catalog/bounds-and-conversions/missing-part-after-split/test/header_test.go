package header

import "testing"

func TestHeaderWithoutValue(t *testing.T) {
	fields := Parse("From: ada\nSubject\nTo: bob")
	if len(fields) != 2 || fields["from"] != "ada" || fields["to"] != "bob" {
		t.Fatalf("fields are %q", fields)
	}
}

package main

import (
	"reflect"
	"strings"
	"testing"
)

func TestArguments(t *testing.T) {
	usual := []tier{tierCgroup, tierWatcher}
	for _, row := range []struct {
		args string
		want arguments
	}{
		{"dir -- go", arguments{"dir", 0, usual, []string{"go"}}},
		{"dir -ceiling 1024 -- go test", arguments{"dir", 1024, usual, []string{"go", "test"}}},
		{"dir -ceiling 1024 -tiers sudo,watcher -- go -- x", arguments{"dir", 1024, []tier{tierSudo, tierWatcher}, []string{"go", "--", "x"}}},
		{"dir -tiers , -- go", arguments{"dir", 0, nil, []string{"go"}}},
		{"dir -- -ceiling 5", arguments{"dir", 0, usual, []string{"-ceiling", "5"}}},
	} {
		got, err := parse(strings.Fields(row.args))
		if err != nil || !reflect.DeepEqual(got, row.want) {
			t.Errorf("%s: %+v %v", row.args, got, err)
		}
	}
	for args, want := range map[string]string{
		"": "usage", "dir": "usage", "dir --": "usage", "dir -ceiling": "usage", "dir -ceiling 5": "usage", "dir -x 5 -- go": "usage",
		"dir -ceiling -5 -- go": "invalid", "dir -ceiling 2GiB -- go": "invalid", "dir -ceiling 9223372036854775808 -- go": "range",
		"dir -tiers magic -- go": `"magic"`,
	} {
		if _, err := parse(strings.Fields(args)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", args, err)
		}
	}
}

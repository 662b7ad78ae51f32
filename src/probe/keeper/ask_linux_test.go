package main

import (
	"os"
	"strings"
	"testing"
)

func TestAHelperAnswersOrIsRefused(t *testing.T) {
	for _, row := range []struct{ script, want, problem string }{
		{`echo '{"limit":"/x"}'`, "/x", ""},
		{`echo a warning >&2; echo '  {"limit":"/x"}'; read never`, "/x", ""},
		{`echo 'sudo: a password is required' >&2; exit 1`, "", "sudo: a password is required"},
		{`echo one; echo; echo two >&2; exit 1`, "", "one; two"},
		{`exit 0`, "", "sh ended without an answer"},
		{`echo '{"problem":"no rights"}'`, "", "no rights"},
		{`echo '{"limit"'`, "", "unexpected end of JSON input"},
		{`exec tr '\0' x </dev/zero`, "", "token too long"},
	} {
		answer, done, err := ask("sh", "-c", row.script)
		if err == nil {
			done()
		}
		if answer.Limit != row.want || (err == nil) != (row.problem == "") || err != nil && !strings.Contains(err.Error(), row.problem) {
			t.Errorf("%s: %+v %v", row.script, answer, err)
		}
	}
	if _, _, err := ask("/missing/program"); !os.IsNotExist(err) {
		t.Error(err)
	}
}

func TestHelperModesWithWrongArguments(t *testing.T) {
	for _, args := range [][]string{
		{"rehearse"}, {"adopt"}, {"adopt", "etc", "", "1", "1", "1", "1"}, {"disown", "/x", "/etc"}, {"disown"},
		{"rehearse", "/tmp"}, {"adopt", "crash-guard-00000000", "", "x", "1", "1", "1"}, {"adopt", "crash-guard-00000000", "", "1", "99999999", "0", "0"},
		{"adopt", "crash-guard-00000000", "crash-guard-00000000.scope", "1", "1", "0", "0"},
	} {
		if _, done, err := ask(append([]string{keeperPath}, args...)...); err == nil {
			done()
			t.Errorf("%v: no problem", args)
		}
	}
}

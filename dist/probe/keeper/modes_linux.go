package main

import "os"

// helperMode runs one of the keeper's other modes and does not return, if args ask for one.
func helperMode(args []string) {
	if len(args) == 0 {
		return
	}
	var answer reply
	var err error
	switch args[0] {
	case "enter":
		enter(args[1:])
	case "rehearse":
		err = rehearse(args[1:])
	case "adopt":
		answer, err = adopt(args[1:])
	case "disown":
		err = disown(args[1:])
	default:
		return
	}
	if err != nil {
		answer = reply{Problem: err.Error()}
	}
	answerAndWait(answer)
	os.Exit(0)
}

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

const (
	// askPatience is for one helper's answer. systemd needs less than a second where it answers at all.
	askPatience = 10 * time.Second
	// leavePatience is for its end once it has answered or failed.
	leavePatience = 2 * time.Second
)

// reply is the one line of JSON that a helper prints, a keeper in one of its other modes. Everything else in its output is
// a complaint, of sudo for instance.
type reply struct {
	Problem string `json:"problem"`
	Top     string `json:"top"`
	Limit   string `json:"limit"`
}

// ask starts a helper and reads its reply. The helper stays until done is called. One that does not answer is left behind:
// what runs as root cannot be killed.
func ask(argv ...string) (answer reply, done func(), err error) {
	reader, writer, err := os.Pipe()
	if err != nil {
		return answer, nil, err
	}
	defer reader.Close()
	command := exec.Command(argv[0], argv[1:]...)
	command.Stdout, command.Stderr = writer, writer
	input, err := command.StdinPipe()
	if err == nil {
		err = command.Start()
	}
	writer.Close()
	if err != nil {
		return answer, nil, err
	}
	over := make(chan error, 1)
	go func() { over <- command.Wait() }()
	done = func() {
		input.Close()
		select {
		case <-over:
		case <-time.After(leavePatience):
			_ = command.Process.Kill() // not what runs as root
		}
	}

	_ = reader.SetReadDeadline(time.Now().Add(askPatience))
	line, complaints, err := readReply(reader)
	if err == nil {
		err = json.Unmarshal([]byte(line), &answer)
	} else if complaints != "" {
		err = errors.New(complaints)
	} else if errors.Is(err, io.EOF) {
		err = fmt.Errorf("%s ended without an answer", argv[0])
	} else if errors.Is(err, os.ErrDeadlineExceeded) {
		err = fmt.Errorf("%s gave no answer within %v", argv[0], askPatience)
	}
	if err == nil && answer.Problem != "" {
		err = errors.New(answer.Problem)
	}
	if err != nil {
		reader.Close() // whoever still writes ends
		done()
		return reply{}, nil, err
	}
	return answer, done, nil
}

// readReply reads up to a line of JSON; the lines before it are complaints.
func readReply(output io.Reader) (line, complaints string, err error) {
	lines := bufio.NewScanner(io.LimitReader(output, 64<<10))
	for lines.Scan() {
		if text := strings.TrimSpace(lines.Text()); strings.HasPrefix(text, "{") {
			return text, complaints, nil
		} else if text != "" {
			complaints = strings.TrimPrefix(complaints+"; "+text, "; ")
		}
	}
	if lines.Err() != nil {
		return "", complaints, lines.Err()
	}
	return "", complaints, io.EOF
}

// answerAndWait is the helper's side: it prints the reply and stays until its input ends.
func answerAndWait(answer reply) {
	text, _ := json.Marshal(answer) // three strings
	fmt.Println(string(text))
	_, _ = io.Copy(io.Discard, os.Stdin)
}

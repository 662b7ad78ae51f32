// Package trains looks at timetables.
package trains

// LongestGap gives the longest time between two trains, in minutes.
func LongestGap(times []int) int {
	longest := 0
	for i := 1; i < len(times); i++ {
		gap := times[i] - times[i-1]
		longest = max(longest, gap)
	}
	return longest
}

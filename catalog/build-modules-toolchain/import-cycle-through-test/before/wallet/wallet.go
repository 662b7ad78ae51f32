// Package wallet keeps money.
package wallet

type Wallet struct{ Cents int }

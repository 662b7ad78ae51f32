// Package wallettest makes wallets for tests.
package wallettest

import "example.com/catalog/import-cycle-through-test/wallet"

func Rich() wallet.Wallet { return wallet.Wallet{Cents: 5_000_000} }

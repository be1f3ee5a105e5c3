"""Helplines as open data: the Human Services Data Specification 3.0, as Open Referral UK has it."""

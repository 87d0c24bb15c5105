//! The functions that std takes from libm, and small helpers.

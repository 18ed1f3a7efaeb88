-- A badge that is copied to a course again does not take the place of a draft that somebody has changed since.

alter table rule_draft add column copied ${hash};           -- fingerprint of the text that was copied; null for none

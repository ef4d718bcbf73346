CREATE TABLE `acquisition_spend` (
	`id` integer PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`source_id` integer,
	`amount_minor` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`source_id`) REFERENCES `customer_source`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "acquisition_spend_month_is_month" CHECK(date("acquisition_spend"."month" || '-01') IS "acquisition_spend"."month" || '-01'),
	CONSTRAINT "acquisition_spend_amount_is_money" CHECK("acquisition_spend"."amount_minor" BETWEEN -10000000000000 AND 10000000000000),
	CONSTRAINT "acquisition_spend_is_not_negative" CHECK("acquisition_spend"."amount_minor" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `acquisition_spend_month_source_index` ON `acquisition_spend` (`month`,`source_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `acquisition_spend_month_index` ON `acquisition_spend` (`month`) WHERE "acquisition_spend"."source_id" IS NULL;--> statement-breakpoint
CREATE TABLE `customer_source` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`is_recommendation` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	CONSTRAINT "customer_source_uid_is_uuid" CHECK(length("customer_source"."uid") = 16),
	CONSTRAINT "customer_source_recommendation_is_boolean" CHECK("customer_source"."is_recommendation" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_source_name_index` ON `customer_source` (`name`);--> statement-breakpoint
CREATE TABLE `household` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`name` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	CONSTRAINT "household_uid_is_uuid" CHECK(length("household"."uid") = 16)
) STRICT;
--> statement-breakpoint
CREATE TABLE `customer_consent` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`customer_id` integer NOT NULL,
	`channel` text NOT NULL,
	`purpose` text NOT NULL,
	`is_given` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`evidence` text,
	`staff_id` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "customer_consent_uid_is_uuid" CHECK(length("customer_consent"."uid") = 16),
	CONSTRAINT "customer_consent_channel_is_known" CHECK("customer_consent"."channel" IN ('phone', 'sms', 'email', 'post', 'messenger')),
	CONSTRAINT "customer_consent_purpose_is_known" CHECK("customer_consent"."purpose" IN ('reminders', 'marketing', 'opinions')),
	CONSTRAINT "customer_consent_given_is_boolean" CHECK("customer_consent"."is_given" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `customer_consent_customer_index` ON `customer_consent` (`customer_id`,`channel`,`purpose`,`id`);--> statement-breakpoint
CREATE TABLE `customer_contact` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`normalised` text,
	`label` text,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "customer_contact_kind_is_known" CHECK("customer_contact"."kind" IN ('phone', 'email', 'address', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `customer_contact_customer_index` ON `customer_contact` (`customer_id`);--> statement-breakpoint
CREATE INDEX `customer_contact_normalised_index` ON `customer_contact` (`normalised`) WHERE "customer_contact"."normalised" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `customer_own_value` (
	`customer_id` integer NOT NULL,
	`own_field_id` integer NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`customer_id`, `own_field_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`own_field_id`) REFERENCES `own_field`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `customer_preference` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "customer_preference_kind_is_known" CHECK("customer_preference"."kind" IN ('preference', 'warning'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `customer_preference_customer_index` ON `customer_preference` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customer_tag` (
	`customer_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `tag_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tag_id`) REFERENCES `tag`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `customer_tag_tag_index` ON `customer_tag` (`tag_id`);--> statement-breakpoint
CREATE TABLE `own_field` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`choices` text,
	`position` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	CONSTRAINT "own_field_uid_is_uuid" CHECK(length("own_field"."uid") = 16),
	CONSTRAINT "own_field_subject_is_known" CHECK("own_field"."subject" IN ('customer', 'visit')),
	CONSTRAINT "own_field_kind_is_known" CHECK("own_field"."kind" IN ('text', 'number', 'date', 'choice', 'yesNo')),
	CONSTRAINT "own_field_choices_belong_to_choice" CHECK(("own_field"."kind" = 'choice') = ("own_field"."choices" IS NOT NULL) AND ("own_field"."choices" IS NULL OR json_valid("own_field"."choices")))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `own_field_name_index` ON `own_field` (`subject`,`folded_name`);--> statement-breakpoint
CREATE TABLE `tag` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	CONSTRAINT "tag_uid_is_uuid" CHECK(length("tag"."uid") = 16)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_folded_name_index` ON `tag` (`folded_name`);--> statement-breakpoint
CREATE TABLE `visit_own_value` (
	`visit_id` integer NOT NULL,
	`own_field_id` integer NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`visit_id`, `own_field_id`),
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`own_field_id`) REFERENCES `own_field`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `change_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`at_ms` integer NOT NULL,
	`staff_id` integer,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`record_id` integer NOT NULL,
	`fields` text NOT NULL,
	`reason` text,
	`chain` blob NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "change_log_fields_is_json" CHECK(json_valid("change_log"."fields")),
	CONSTRAINT "change_log_chain_is_hash" CHECK(length("change_log"."chain") = 32)
) STRICT;
--> statement-breakpoint
CREATE INDEX `change_log_record_index` ON `change_log` (`subject`,`record_id`);--> statement-breakpoint
CREATE TABLE `sealed_month` (
	`month` text PRIMARY KEY NOT NULL,
	`as_of` text NOT NULL,
	`sealed_at_ms` integer NOT NULL,
	`is_reconstructed` integer NOT NULL,
	`figures` text NOT NULL,
	CONSTRAINT "sealed_month_is_month" CHECK(date("sealed_month"."month" || '-01') IS "sealed_month"."month" || '-01'),
	CONSTRAINT "sealed_month_as_of_is_day" CHECK(date("sealed_month"."as_of") IS "sealed_month"."as_of"),
	CONSTRAINT "sealed_month_reconstructed_is_boolean" CHECK("sealed_month"."is_reconstructed" IN (0, 1)),
	CONSTRAINT "sealed_month_figures_is_json" CHECK(json_valid("sealed_month"."figures"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `undo_value` (
	`change_id` integer PRIMARY KEY NOT NULL,
	`before` text NOT NULL,
	`undone_at_ms` integer,
	FOREIGN KEY (`change_id`) REFERENCES `change_log`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "undo_value_before_is_json" CHECK(json_valid("undo_value"."before"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_batch_id` integer NOT NULL,
	`subject` text NOT NULL,
	`record_id` integer NOT NULL,
	`field` text,
	`before` text,
	`after` text,
	FOREIGN KEY (`import_batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_change_before_is_json" CHECK("import_change"."before" IS NULL OR json_valid("import_change"."before")),
	CONSTRAINT "import_change_after_is_json" CHECK("import_change"."after" IS NULL OR json_valid("import_change"."after"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_change_batch_index` ON `import_change` (`import_batch_id`);--> statement-breakpoint
CREATE INDEX `import_change_record_index` ON `import_change` (`subject`,`record_id`);--> statement-breakpoint
CREATE TABLE `import_preset` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`header` text NOT NULL,
	`mapping` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`last_used_at_ms` integer,
	CONSTRAINT "import_preset_uid_is_uuid" CHECK(length("import_preset"."uid") = 16),
	CONSTRAINT "import_preset_kind_is_known" CHECK("import_preset"."kind" IN ('customers', 'visits', 'opinions', 'offerings')),
	CONSTRAINT "import_preset_header_is_json" CHECK(json_valid("import_preset"."header")),
	CONSTRAINT "import_preset_mapping_is_json" CHECK(json_valid("import_preset"."mapping"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `opinion_answer` (
	`opinion_id` integer NOT NULL,
	`question_id` integer NOT NULL,
	`choice` integer,
	`text` text,
	PRIMARY KEY(`opinion_id`, `question_id`),
	FOREIGN KEY (`opinion_id`) REFERENCES `opinion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `survey_question`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "opinion_answer_is_one" CHECK(("opinion_answer"."choice" IS NULL) <> ("opinion_answer"."text" IS NULL)),
	CONSTRAINT "opinion_answer_choice_is_place" CHECK("opinion_answer"."choice" IS NULL OR "opinion_answer"."choice" >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `shop_picture` (
	`name` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`bytes` blob NOT NULL,
	CONSTRAINT "shop_picture_media_type_is_known" CHECK("shop_picture"."media_type" IN ('image/png', 'image/jpeg')),
	CONSTRAINT "shop_picture_is_small" CHECK(length("shop_picture"."bytes") BETWEEN 1 AND 2000000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `survey_question` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`survey_id` integer NOT NULL,
	`kind` text NOT NULL,
	`wording` text NOT NULL,
	`is_required` integer NOT NULL,
	`position` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_question_uid_is_uuid" CHECK(length("survey_question"."uid") = 16),
	CONSTRAINT "survey_question_kind_is_known" CHECK("survey_question"."kind" IN ('nps', 'csat', 'ces', 'choice', 'text')),
	CONSTRAINT "survey_question_wording_is_json" CHECK(json_valid("survey_question"."wording")),
	CONSTRAINT "survey_question_required_is_boolean" CHECK("survey_question"."is_required" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `survey_question_survey_index` ON `survey_question` (`survey_id`,`position`);--> statement-breakpoint
CREATE TABLE `survey` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`name` text NOT NULL,
	`locales` text NOT NULL,
	`position` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	CONSTRAINT "survey_uid_is_uuid" CHECK(length("survey"."uid") = 16),
	CONSTRAINT "survey_locales_is_json" CHECK(json_valid("survey"."locales"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_import_batch` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` blob NOT NULL,
	`kind` text NOT NULL,
	`started_at_ms` integer NOT NULL,
	`finished_at_ms` integer,
	`read_count` integer NOT NULL,
	`created_count` integer NOT NULL,
	`updated_count` integer NOT NULL,
	`unchanged_count` integer NOT NULL,
	`skipped_count` integer NOT NULL,
	`rejected_count` integer NOT NULL,
	`mapping` text NOT NULL,
	`undone_at_ms` integer,
	CONSTRAINT "import_batch_uid_is_uuid" CHECK(length("__new_import_batch"."uid") = 16),
	CONSTRAINT "import_batch_file_sha256_is_hash" CHECK(length("__new_import_batch"."file_sha256") = 32),
	CONSTRAINT "import_batch_kind_is_known" CHECK("__new_import_batch"."kind" IN ('customers', 'visits', 'opinions', 'offerings')),
	CONSTRAINT "import_batch_mapping_is_json" CHECK(json_valid("__new_import_batch"."mapping")),
	CONSTRAINT "import_batch_counts_every_row" CHECK("__new_import_batch"."finished_at_ms" IS NULL OR "__new_import_batch"."read_count" = "__new_import_batch"."created_count" + "__new_import_batch"."updated_count" + "__new_import_batch"."unchanged_count" + "__new_import_batch"."skipped_count" + "__new_import_batch"."rejected_count")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_import_batch`("id", "uid", "file_name", "file_sha256", "kind", "started_at_ms", "finished_at_ms", "read_count", "created_count", "updated_count", "unchanged_count", "skipped_count", "rejected_count", "mapping") SELECT "id", "uid", "file_name", "file_sha256", "kind", "started_at_ms", "finished_at_ms", "read_count", "created_count", "updated_count", "unchanged_count", "skipped_count", "rejected_count", "mapping" FROM `import_batch`;--> statement-breakpoint
DROP TABLE `import_batch`;--> statement-breakpoint
ALTER TABLE `__new_import_batch` RENAME TO `import_batch`;--> statement-breakpoint
CREATE INDEX `import_batch_file_index` ON `import_batch` (`file_sha256`);--> statement-breakpoint
CREATE TABLE `__new_opinion` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`customer_id` integer,
	`visit_id` integer,
	`business_date` text NOT NULL,
	`at_ms` integer NOT NULL,
	`nps` integer,
	`csat` integer,
	`ces` integer,
	`comment` text,
	`channel` text,
	`created_at_ms` integer NOT NULL,
	`import_batch_id` integer,
	`survey_id` integer,
	`staff_id` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "opinion_uid_is_uuid" CHECK(length("__new_opinion"."uid") = 16),
	CONSTRAINT "opinion_business_date_is_day" CHECK(date("__new_opinion"."business_date") IS "__new_opinion"."business_date"),
	CONSTRAINT "opinion_nps_is_on_scale" CHECK("__new_opinion"."nps" IS NULL OR "__new_opinion"."nps" BETWEEN 0 AND 10),
	CONSTRAINT "opinion_csat_is_on_scale" CHECK("__new_opinion"."csat" IS NULL OR "__new_opinion"."csat" BETWEEN 1 AND 5),
	CONSTRAINT "opinion_ces_is_on_scale" CHECK("__new_opinion"."ces" IS NULL OR "__new_opinion"."ces" BETWEEN 1 AND 7),
	CONSTRAINT "opinion_says_something" CHECK("__new_opinion"."nps" IS NOT NULL OR "__new_opinion"."csat" IS NOT NULL OR "__new_opinion"."ces" IS NOT NULL OR "__new_opinion"."comment" IS NOT NULL OR "__new_opinion"."survey_id" IS NOT NULL)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_opinion`("id", "uid", "customer_id", "visit_id", "business_date", "at_ms", "nps", "csat", "ces", "comment", "channel", "import_batch_id", "created_at_ms") SELECT "id", "uid", "customer_id", "visit_id", "business_date", "at_ms", "nps", "csat", "ces", "comment", "channel", "import_batch_id", "created_at_ms" FROM `opinion`;--> statement-breakpoint
DROP TABLE `opinion`;--> statement-breakpoint
ALTER TABLE `__new_opinion` RENAME TO `opinion`;--> statement-breakpoint
CREATE INDEX `opinion_customer_day_index` ON `opinion` (`customer_id`,`business_date`);--> statement-breakpoint
CREATE INDEX `opinion_day_index` ON `opinion` (`business_date`);--> statement-breakpoint
ALTER TABLE `customer` ADD `card_number` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `locale` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `household_id` integer REFERENCES household(id);--> statement-breakpoint
ALTER TABLE `customer` ADD `import_batch_id` integer REFERENCES import_batch(id);--> statement-breakpoint
CREATE UNIQUE INDEX `customer_card_number_index` ON `customer` (`card_number`) WHERE "customer"."card_number" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `customer_household_index` ON `customer` (`household_id`) WHERE "customer"."household_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_line` ADD `discount_minor` integer;--> statement-breakpoint
ALTER TABLE `visit_line` ADD `staff_id` integer REFERENCES staff(id);--> statement-breakpoint
INSERT INTO `customer_source` (`uid`, `name`, `folded_name`, `is_recommendation`, `created_at_ms`)
SELECT randomblob(16), `source`, lower(`source`), max(`recommended_by_customer_id` IS NOT NULL), min(`created_at_ms`)
FROM `customer` WHERE `source` IS NOT NULL GROUP BY `source`;

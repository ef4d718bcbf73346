CREATE TABLE `saved_filter` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`subject` text NOT NULL,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`filter` text NOT NULL,
	`position` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	CONSTRAINT "saved_filter_uid_is_uuid" CHECK(length("saved_filter"."uid") = 16),
	CONSTRAINT "saved_filter_subject_is_known" CHECK("saved_filter"."subject" IN ('customers')),
	CONSTRAINT "saved_filter_filter_is_json" CHECK(json_valid("saved_filter"."filter"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_filter_name_index` ON `saved_filter` (`subject`,`folded_name`);--> statement-breakpoint
CREATE TABLE `staff_access` (
	`staff_id` integer PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`pin_salt` blob NOT NULL,
	`pin_hash` blob NOT NULL,
	`pin_set_at_ms` integer NOT NULL,
	`failed_count` integer NOT NULL,
	`locked_until_ms` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_access_role_is_known" CHECK("staff_access"."role" IN ('owner', 'manager', 'desk')),
	CONSTRAINT "staff_access_pin_salt_is_16_bytes" CHECK(length("staff_access"."pin_salt") = 16),
	CONSTRAINT "staff_access_pin_hash_is_32_bytes" CHECK(length("staff_access"."pin_hash") = 32),
	CONSTRAINT "staff_access_failed_count_is_not_negative" CHECK("staff_access"."failed_count" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `benefit_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`benefit_id` integer NOT NULL,
	`move` text NOT NULL,
	`amount` integer NOT NULL,
	`on_date` text NOT NULL,
	`at_ms` integer NOT NULL,
	`expires_on` text,
	`visit_id` integer,
	`corrects_entry_id` integer,
	`staff_id` integer,
	FOREIGN KEY (`benefit_id`) REFERENCES `benefit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrects_entry_id`) REFERENCES `benefit_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "benefit_entry_uid_is_uuid" CHECK(length("benefit_entry"."uid") = 16),
	CONSTRAINT "benefit_entry_move_is_known" CHECK("benefit_entry"."move" IN ('grant', 'earn', 'use', 'expire', 'correct')),
	CONSTRAINT "benefit_entry_amount_has_the_sign_of_its_move" CHECK(CASE WHEN "benefit_entry"."move" IN ('grant', 'earn') THEN "benefit_entry"."amount" > 0 WHEN "benefit_entry"."move" IN ('use', 'expire') THEN "benefit_entry"."amount" < 0 ELSE "benefit_entry"."amount" <> 0 END),
	CONSTRAINT "benefit_entry_on_date_is_day" CHECK(date("benefit_entry"."on_date") IS "benefit_entry"."on_date"),
	CONSTRAINT "benefit_entry_expires_on_is_day" CHECK(date("benefit_entry"."expires_on") IS "benefit_entry"."expires_on"),
	CONSTRAINT "benefit_entry_corrects_another" CHECK(("benefit_entry"."move" = 'correct') = ("benefit_entry"."corrects_entry_id" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `benefit_entry_benefit_index` ON `benefit_entry` (`benefit_id`,`on_date`);--> statement-breakpoint
CREATE INDEX `benefit_entry_visit_index` ON `benefit_entry` (`visit_id`) WHERE "benefit_entry"."visit_id" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `benefit_entry_corrects_index` ON `benefit_entry` (`corrects_entry_id`) WHERE "benefit_entry"."corrects_entry_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `benefit_plan_offering` (
	`plan_id` integer NOT NULL,
	`offering_id` integer NOT NULL,
	`effect` text NOT NULL,
	PRIMARY KEY(`plan_id`, `effect`, `offering_id`),
	FOREIGN KEY (`plan_id`) REFERENCES `benefit_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offering_id`) REFERENCES `offering`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "benefit_plan_offering_effect_is_known" CHECK("benefit_plan_offering"."effect" IN ('earns', 'pays'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `benefit_plan_offering_offering_index` ON `benefit_plan_offering` (`offering_id`);--> statement-breakpoint
CREATE TABLE `benefit_plan` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`rules` text NOT NULL,
	`sold_as_offering_id` integer,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	FOREIGN KEY (`sold_as_offering_id`) REFERENCES `offering`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "benefit_plan_uid_is_uuid" CHECK(length("benefit_plan"."uid") = 16),
	CONSTRAINT "benefit_plan_kind_is_known" CHECK("benefit_plan"."kind" IN ('stamps', 'points', 'package', 'voucher', 'membership', 'warranty')),
	CONSTRAINT "benefit_plan_rules_is_json" CHECK(json_valid("benefit_plan"."rules"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `benefit_plan_folded_name_index` ON `benefit_plan` (`folded_name`);--> statement-breakpoint
CREATE TABLE `benefit` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`plan_id` integer NOT NULL,
	`customer_id` integer,
	`code` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`sold_line_id` integer,
	`renews_benefit_id` integer,
	`created_at_ms` integer NOT NULL,
	`cancelled_at_ms` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `benefit_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sold_line_id`) REFERENCES `visit_line`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`renews_benefit_id`) REFERENCES `benefit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "benefit_uid_is_uuid" CHECK(length("benefit"."uid") = 16),
	CONSTRAINT "benefit_starts_on_is_day" CHECK(date("benefit"."starts_on") IS "benefit"."starts_on"),
	CONSTRAINT "benefit_ends_on_is_day" CHECK(date("benefit"."ends_on") IS "benefit"."ends_on")
) STRICT;
--> statement-breakpoint
CREATE INDEX `benefit_customer_index` ON `benefit` (`customer_id`);--> statement-breakpoint
CREATE INDEX `benefit_sold_line_index` ON `benefit` (`sold_line_id`) WHERE "benefit"."sold_line_id" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `benefit_code_index` ON `benefit` (`code`) WHERE "benefit"."code" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `appointment` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`customer_id` integer NOT NULL,
	`on_date` text NOT NULL,
	`at_minute` integer,
	`offering_id` integer,
	`staff_id` integer,
	`note` text,
	`made_at_visit_id` integer,
	`created_at_ms` integer NOT NULL,
	`outcome` text,
	`ended_at_ms` integer,
	`visit_id` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offering_id`) REFERENCES `offering`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_at_visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appointment_uid_is_uuid" CHECK(length("appointment"."uid") = 16),
	CONSTRAINT "appointment_on_date_is_day" CHECK(date("appointment"."on_date") IS "appointment"."on_date"),
	CONSTRAINT "appointment_minute_is_of_a_day" CHECK("appointment"."at_minute" IS NULL OR "appointment"."at_minute" BETWEEN 0 AND 1439),
	CONSTRAINT "appointment_outcome_is_known" CHECK("appointment"."outcome" IS NULL OR "appointment"."outcome" IN ('came', 'missed', 'cancelled')),
	CONSTRAINT "appointment_outcome_has_its_time" CHECK(("appointment"."outcome" IS NULL) = ("appointment"."ended_at_ms" IS NULL)),
	CONSTRAINT "appointment_visit_is_of_who_came" CHECK("appointment"."visit_id" IS NULL OR "appointment"."outcome" IS 'came')
) STRICT;
--> statement-breakpoint
CREATE INDEX `appointment_day_index` ON `appointment` (`on_date`,`at_minute`);--> statement-breakpoint
CREATE INDEX `appointment_customer_index` ON `appointment` (`customer_id`,`on_date`);--> statement-breakpoint
CREATE INDEX `appointment_visit_index` ON `appointment` (`visit_id`) WHERE "appointment"."visit_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `appointment_made_at_visit_index` ON `appointment` (`made_at_visit_id`) WHERE "appointment"."made_at_visit_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `gesture_kind` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`cost_minor` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	CONSTRAINT "gesture_kind_uid_is_uuid" CHECK(length("gesture_kind"."uid") = 16),
	CONSTRAINT "gesture_kind_cost_is_money" CHECK("gesture_kind"."cost_minor" BETWEEN -10000000000000 AND 10000000000000),
	CONSTRAINT "gesture_kind_cost_is_not_negative" CHECK("gesture_kind"."cost_minor" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `gesture_kind_folded_name_index` ON `gesture_kind` (`folded_name`);--> statement-breakpoint
CREATE TABLE `gesture` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`customer_id` integer NOT NULL,
	`visit_id` integer,
	`kind_id` integer NOT NULL,
	`cost_minor` integer NOT NULL,
	`on_date` text NOT NULL,
	`reason` text,
	`staff_id` integer,
	`created_at_ms` integer NOT NULL,
	`cancelled_at_ms` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind_id`) REFERENCES `gesture_kind`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gesture_uid_is_uuid" CHECK(length("gesture"."uid") = 16),
	CONSTRAINT "gesture_cost_is_money" CHECK("gesture"."cost_minor" BETWEEN -10000000000000 AND 10000000000000),
	CONSTRAINT "gesture_cost_is_not_negative" CHECK("gesture"."cost_minor" >= 0),
	CONSTRAINT "gesture_on_date_is_day" CHECK(date("gesture"."on_date") IS "gesture"."on_date")
) STRICT;
--> statement-breakpoint
CREATE INDEX `gesture_customer_index` ON `gesture` (`customer_id`,`on_date`);--> statement-breakpoint
CREATE INDEX `gesture_day_index` ON `gesture` (`on_date`);--> statement-breakpoint
CREATE INDEX `gesture_visit_index` ON `gesture` (`visit_id`) WHERE "gesture"."visit_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `lapse_answer` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`customer_id` integer NOT NULL,
	`asked_on` text NOT NULL,
	`reason` text NOT NULL,
	`text` text,
	`staff_id` integer,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lapse_answer_uid_is_uuid" CHECK(length("lapse_answer"."uid") = 16),
	CONSTRAINT "lapse_answer_asked_on_is_day" CHECK(date("lapse_answer"."asked_on") IS "lapse_answer"."asked_on"),
	CONSTRAINT "lapse_answer_reason_is_known" CHECK("lapse_answer"."reason" IN ('price', 'quality', 'attitude', 'waiting', 'offer', 'otherShop', 'moved', 'noNeed', 'health', 'forgot', 'other', 'noAnswer'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `lapse_answer_customer_index` ON `lapse_answer` (`customer_id`,`asked_on`);--> statement-breakpoint
CREATE TABLE `open_case` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`customer_id` integer,
	`visit_id` integer,
	`opinion_id` integer,
	`origin` text NOT NULL,
	`text` text NOT NULL,
	`due_on` text,
	`staff_id` integer,
	`opened_on` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`closed_on` text,
	`closed_at_ms` integer,
	`solution` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opinion_id`) REFERENCES `opinion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "open_case_uid_is_uuid" CHECK(length("open_case"."uid") = 16),
	CONSTRAINT "open_case_origin_is_known" CHECK("open_case"."origin" IN ('opinion', 'desk', 'phone', 'message')),
	CONSTRAINT "open_case_due_on_is_day" CHECK(date("open_case"."due_on") IS "open_case"."due_on"),
	CONSTRAINT "open_case_opened_on_is_day" CHECK(date("open_case"."opened_on") IS "open_case"."opened_on"),
	CONSTRAINT "open_case_closed_on_is_day" CHECK(date("open_case"."closed_on") IS "open_case"."closed_on"),
	CONSTRAINT "open_case_closing_has_its_time" CHECK(("open_case"."closed_on" IS NULL) = ("open_case"."closed_at_ms" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `open_case_customer_index` ON `open_case` (`customer_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `open_case_opinion_index` ON `open_case` (`opinion_id`) WHERE "open_case"."opinion_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `open_case_visit_index` ON `open_case` (`visit_id`) WHERE "open_case"."visit_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `promise` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`customer_id` integer NOT NULL,
	`text` text NOT NULL,
	`due_on` text,
	`made_at_visit_id` integer,
	`staff_id` integer,
	`created_at_ms` integer NOT NULL,
	`outcome` text,
	`ended_at_ms` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_at_visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "promise_uid_is_uuid" CHECK(length("promise"."uid") = 16),
	CONSTRAINT "promise_due_on_is_day" CHECK(date("promise"."due_on") IS "promise"."due_on"),
	CONSTRAINT "promise_outcome_is_known" CHECK("promise"."outcome" IS NULL OR "promise"."outcome" IN ('kept', 'dropped')),
	CONSTRAINT "promise_outcome_has_its_time" CHECK(("promise"."outcome" IS NULL) = ("promise"."ended_at_ms" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `promise_customer_index` ON `promise` (`customer_id`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `promise_made_at_visit_index` ON `promise` (`made_at_visit_id`) WHERE "promise"."made_at_visit_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `wish` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`customer_id` integer NOT NULL,
	`text` text NOT NULL,
	`wished_on` text NOT NULL,
	`staff_id` integer,
	`created_at_ms` integer NOT NULL,
	`solution` text,
	`solved_on` text,
	`told_on` text,
	`told_by_staff_id` integer,
	`came_visit_id` integer,
	`dropped_at_ms` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`told_by_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`came_visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wish_uid_is_uuid" CHECK(length("wish"."uid") = 16),
	CONSTRAINT "wish_wished_on_is_day" CHECK(date("wish"."wished_on") IS "wish"."wished_on"),
	CONSTRAINT "wish_solved_on_is_day" CHECK(date("wish"."solved_on") IS "wish"."solved_on"),
	CONSTRAINT "wish_told_on_is_day" CHECK(date("wish"."told_on") IS "wish"."told_on"),
	CONSTRAINT "wish_told_after_solved" CHECK("wish"."told_on" IS NULL OR "wish"."solved_on" IS NOT NULL),
	CONSTRAINT "wish_came_after_told" CHECK("wish"."came_visit_id" IS NULL OR "wish"."told_on" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `wish_customer_index` ON `wish` (`customer_id`);--> statement-breakpoint
CREATE INDEX `wish_came_visit_index` ON `wish` (`came_visit_id`) WHERE "wish"."came_visit_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `customer_merge_record` (
	`merge_id` integer NOT NULL,
	`place` text NOT NULL,
	`record_id` integer NOT NULL,
	PRIMARY KEY(`merge_id`, `place`, `record_id`),
	FOREIGN KEY (`merge_id`) REFERENCES `customer_merge`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `customer_merge` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`kept_customer_id` integer NOT NULL,
	`merged_customer_id` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`staff_id` integer,
	`undone_at_ms` integer,
	FOREIGN KEY (`kept_customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "customer_merge_uid_is_uuid" CHECK(length("customer_merge"."uid") = 16),
	CONSTRAINT "customer_merge_is_of_two" CHECK("customer_merge"."kept_customer_id" <> "customer_merge"."merged_customer_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `customer_merge_kept_index` ON `customer_merge` (`kept_customer_id`);--> statement-breakpoint
CREATE INDEX `customer_merge_merged_index` ON `customer_merge` (`merged_customer_id`);--> statement-breakpoint
CREATE TABLE `not_duplicate` (
	`customer_id` integer NOT NULL,
	`other_customer_id` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `other_customer_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "not_duplicate_is_ordered" CHECK("not_duplicate"."customer_id" < "not_duplicate"."other_customer_id")
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `not_duplicate_other_index` ON `not_duplicate` (`other_customer_id`);--> statement-breakpoint
CREATE TABLE `privacy_act` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`act` text NOT NULL,
	`customer_id` integer,
	`at_ms` integer NOT NULL,
	`staff_id` integer,
	`details` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "privacy_act_uid_is_uuid" CHECK(length("privacy_act"."uid") = 16),
	CONSTRAINT "privacy_act_act_is_known" CHECK("privacy_act"."act" IN ('disclose', 'erase', 'eraseAgain', 'withdraw')),
	CONSTRAINT "privacy_act_details_is_json" CHECK(json_valid("privacy_act"."details"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `privacy_act_customer_index` ON `privacy_act` (`customer_id`);--> statement-breakpoint
ALTER TABLE `customer` ADD `merged_into_customer_id` integer REFERENCES customer(id);--> statement-breakpoint
ALTER TABLE `customer` ADD `erased_at_ms` integer;--> statement-breakpoint
CREATE INDEX `customer_merged_into_index` ON `customer` (`merged_into_customer_id`) WHERE "customer"."merged_into_customer_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_line` ADD `benefit_id` integer REFERENCES benefit(id);--> statement-breakpoint
CREATE INDEX `visit_line_benefit_index` ON `visit_line` (`benefit_id`) WHERE "visit_line"."benefit_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `customer_total_last_date_index` ON `customer_total` (`last_date`);--> statement-breakpoint
CREATE TRIGGER `benefit_entry_is_never_changed` BEFORE UPDATE ON `benefit_entry`
BEGIN SELECT RAISE(ABORT, 'benefit_entry is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `benefit_entry_is_never_deleted` BEFORE DELETE ON `benefit_entry`
BEGIN SELECT RAISE(ABORT, 'benefit_entry is append-only'); END;

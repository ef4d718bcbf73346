CREATE TABLE `category` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	CONSTRAINT "category_uid_is_uuid" CHECK(length("category"."uid") = 16)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `category_folded_name_index` ON `category` (`folded_name`);--> statement-breakpoint
CREATE TABLE `offering` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`category_id` integer,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`price_minor` integer,
	`tax_rate_basis_points` integer,
	`cost_minor` integer,
	`planned_interval_days` integer,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	FOREIGN KEY (`category_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "offering_uid_is_uuid" CHECK(length("offering"."uid") = 16),
	CONSTRAINT "offering_price_is_money" CHECK("offering"."price_minor" BETWEEN -10000000000000 AND 10000000000000),
	CONSTRAINT "offering_cost_is_money" CHECK("offering"."cost_minor" BETWEEN -10000000000000 AND 10000000000000),
	CONSTRAINT "offering_tax_rate_is_share" CHECK("offering"."tax_rate_basis_points" IS NULL OR "offering"."tax_rate_basis_points" BETWEEN 0 AND 10000),
	CONSTRAINT "offering_planned_interval_is_positive" CHECK("offering"."planned_interval_days" IS NULL OR "offering"."planned_interval_days" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offering_folded_name_index` ON `offering` (`folded_name`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`name` text NOT NULL,
	`folded_name` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	CONSTRAINT "staff_uid_is_uuid" CHECK(length("staff"."uid") = 16)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_folded_name_index` ON `staff` (`folded_name`);--> statement-breakpoint
CREATE TABLE `customer` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`external_id` text,
	`display_name` text NOT NULL,
	`first_name` text,
	`last_name` text,
	`phone_e164` text,
	`email` text,
	`birthday` text,
	`customer_since` text,
	`source` text,
	`recommended_by_customer_id` integer,
	`note` text,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	FOREIGN KEY (`recommended_by_customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "customer_uid_is_uuid" CHECK(length("customer"."uid") = 16),
	CONSTRAINT "customer_birthday_is_day" CHECK(date("customer"."birthday") IS "customer"."birthday"),
	CONSTRAINT "customer_since_is_day" CHECK(date("customer"."customer_since") IS "customer"."customer_since"),
	CONSTRAINT "customer_phone_is_e164" CHECK("customer"."phone_e164" IS NULL OR ("customer"."phone_e164" GLOB '+[1-9]*' AND substr("customer"."phone_e164", 2) NOT GLOB '*[^0-9]*')),
	CONSTRAINT "customer_is_not_own_recommender" CHECK("customer"."recommended_by_customer_id" IS NULL OR "customer"."recommended_by_customer_id" <> "customer"."id")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_external_id_index` ON `customer` (`external_id`) WHERE "customer"."external_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `customer_phone_index` ON `customer` (`phone_e164`) WHERE "customer"."phone_e164" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `customer_recommended_by_index` ON `customer` (`recommended_by_customer_id`) WHERE "customer"."recommended_by_customer_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `customer_token` (
	`token` text NOT NULL,
	`customer_id` integer NOT NULL,
	PRIMARY KEY(`token`, `customer_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `customer_token_customer_index` ON `customer_token` (`customer_id`);--> statement-breakpoint
CREATE TABLE `opinion` (
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
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "opinion_uid_is_uuid" CHECK(length("opinion"."uid") = 16),
	CONSTRAINT "opinion_business_date_is_day" CHECK(date("opinion"."business_date") IS "opinion"."business_date"),
	CONSTRAINT "opinion_nps_is_on_scale" CHECK("opinion"."nps" IS NULL OR "opinion"."nps" BETWEEN 0 AND 10),
	CONSTRAINT "opinion_csat_is_on_scale" CHECK("opinion"."csat" IS NULL OR "opinion"."csat" BETWEEN 1 AND 5),
	CONSTRAINT "opinion_ces_is_on_scale" CHECK("opinion"."ces" IS NULL OR "opinion"."ces" BETWEEN 1 AND 7),
	CONSTRAINT "opinion_says_something" CHECK("opinion"."nps" IS NOT NULL OR "opinion"."csat" IS NOT NULL OR "opinion"."ces" IS NOT NULL OR "opinion"."comment" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `opinion_customer_day_index` ON `opinion` (`customer_id`,`business_date`);--> statement-breakpoint
CREATE INDEX `opinion_day_index` ON `opinion` (`business_date`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT "setting_value_is_json" CHECK(json_valid("setting"."value"))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `shop` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`name` text NOT NULL,
	`trade` text,
	`currency` text NOT NULL,
	`time_zone` text NOT NULL,
	`locale` text NOT NULL,
	`history_starts_on` text,
	`is_history_complete` integer NOT NULL,
	`is_demo` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	CONSTRAINT "shop_is_one_row" CHECK("shop"."id" = 1),
	CONSTRAINT "shop_uid_is_uuid" CHECK(length("shop"."uid") = 16),
	CONSTRAINT "shop_currency_is_iso" CHECK("shop"."currency" GLOB '[A-Z][A-Z][A-Z]'),
	CONSTRAINT "shop_history_starts_on_is_day" CHECK(date("shop"."history_starts_on") IS "shop"."history_starts_on"),
	CONSTRAINT "shop_flags_are_boolean" CHECK("shop"."is_history_complete" IN (0, 1) AND "shop"."is_demo" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `visit_line` (
	`id` integer PRIMARY KEY NOT NULL,
	`visit_id` integer NOT NULL,
	`offering_id` integer,
	`category_id` integer,
	`quantity_thousandths` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	`corrects_line_id` integer,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offering_id`) REFERENCES `offering`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `category`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrects_line_id`) REFERENCES `visit_line`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_line_amount_is_money" CHECK("visit_line"."amount_minor" BETWEEN -10000000000000 AND 10000000000000),
	CONSTRAINT "visit_line_refund_is_not_income" CHECK("visit_line"."quantity_thousandths" >= 0 OR "visit_line"."amount_minor" <= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `visit_line_visit_index` ON `visit_line` (`visit_id`);--> statement-breakpoint
CREATE INDEX `visit_line_corrects_index` ON `visit_line` (`corrects_line_id`) WHERE "visit_line"."corrects_line_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `visit` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` blob NOT NULL,
	`customer_id` integer,
	`staff_id` integer,
	`occurred_at_ms` integer NOT NULL,
	`business_date` text NOT NULL,
	`receipt` text,
	`note` text,
	`source` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`cancelled_at_ms` integer,
	`cancel_reason` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_uid_is_uuid" CHECK(length("visit"."uid") = 16),
	CONSTRAINT "visit_business_date_is_day" CHECK(date("visit"."business_date") IS "visit"."business_date"),
	CONSTRAINT "visit_source_is_known" CHECK("visit"."source" = 'desk' OR "visit"."source" = 'import' OR "visit"."source" = 'demo'),
	CONSTRAINT "visit_cancel_reason_needs_cancelling" CHECK("visit"."cancel_reason" IS NULL OR "visit"."cancelled_at_ms" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `visit_customer_day_index` ON `visit` (`customer_id`,`business_date`,`cancelled_at_ms`);--> statement-breakpoint
CREATE INDEX `visit_day_index` ON `visit` (`business_date`);--> statement-breakpoint
CREATE INDEX `visit_receipt_index` ON `visit` (`receipt`,`customer_id`) WHERE "visit"."receipt" IS NOT NULL;
CREATE TABLE `import_batch` (
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
	CONSTRAINT "import_batch_uid_is_uuid" CHECK(length("import_batch"."uid") = 16),
	CONSTRAINT "import_batch_file_sha256_is_hash" CHECK(length("import_batch"."file_sha256") = 32),
	CONSTRAINT "import_batch_kind_is_known" CHECK("import_batch"."kind" IN ('customers', 'visits', 'opinions')),
	CONSTRAINT "import_batch_mapping_is_json" CHECK(json_valid("import_batch"."mapping")),
	CONSTRAINT "import_batch_counts_every_row" CHECK("import_batch"."finished_at_ms" IS NULL OR "import_batch"."read_count" = "import_batch"."created_count" + "import_batch"."updated_count" + "import_batch"."unchanged_count" + "import_batch"."skipped_count" + "import_batch"."rejected_count")
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_batch_file_index` ON `import_batch` (`file_sha256`);--> statement-breakpoint
CREATE TABLE `imported_row` (
	`row_key` blob PRIMARY KEY NOT NULL,
	`import_batch_id` integer NOT NULL,
	FOREIGN KEY (`import_batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imported_row_key_is_16_bytes" CHECK(length("imported_row"."row_key") = 16)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `customer_month` (
	`customer_id` integer NOT NULL,
	`month` text NOT NULL,
	`occasions` integer NOT NULL,
	`visits` integer NOT NULL,
	`net_minor` integer NOT NULL,
	`first_date` text,
	`last_date` text,
	PRIMARY KEY(`customer_id`, `month`),
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "customer_month_counts_agree" CHECK("customer_month"."occasions" BETWEEN 0 AND "customer_month"."visits"),
	CONSTRAINT "customer_month_first_date_is_day" CHECK(date("customer_month"."first_date") IS "customer_month"."first_date"),
	CONSTRAINT "customer_month_last_date_is_day" CHECK(date("customer_month"."last_date") IS "customer_month"."last_date")
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `customer_total` (
	`customer_id` integer PRIMARY KEY NOT NULL,
	`occasions` integer NOT NULL,
	`visits` integer NOT NULL,
	`net_minor` integer NOT NULL,
	`first_date` text,
	`last_date` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "customer_total_counts_agree" CHECK("customer_total"."occasions" BETWEEN 0 AND "customer_total"."visits"),
	CONSTRAINT "customer_total_first_date_is_day" CHECK(date("customer_total"."first_date") IS "customer_total"."first_date"),
	CONSTRAINT "customer_total_last_date_is_day" CHECK(date("customer_total"."last_date") IS "customer_total"."last_date")
) STRICT;
--> statement-breakpoint
CREATE TABLE `walk_in_month` (
	`month` text PRIMARY KEY NOT NULL,
	`visits` integer NOT NULL,
	`net_minor` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `opinion` ADD `import_batch_id` integer REFERENCES import_batch(id);--> statement-breakpoint
ALTER TABLE `visit_line` ADD `import_batch_id` integer REFERENCES import_batch(id);--> statement-breakpoint
ALTER TABLE `visit` ADD `import_batch_id` integer REFERENCES import_batch(id);--> statement-breakpoint
-- By hand: visits recorded before this migration get their summary rows (the rule of db/repositories/summary.ts).
INSERT INTO customer_month (customer_id, month, occasions, visits, net_minor, first_date, last_date)
SELECT customer_id, substr(business_date, 1, 7),
  count(DISTINCT CASE WHEN is_occasion THEN business_date END), sum(is_occasion), sum(net_minor),
  min(CASE WHEN is_occasion THEN business_date END), max(CASE WHEN is_occasion THEN business_date END)
FROM (
  SELECT visit.customer_id, visit.business_date, coalesce(sum(visit_line.amount_minor), 0) AS net_minor,
    coalesce(max(visit_line.quantity_thousandths >= 0 AND visit_line.amount_minor >= 0), 1) AS is_occasion
  FROM visit LEFT JOIN visit_line ON visit_line.visit_id = visit.id
  WHERE visit.cancelled_at_ms IS NULL AND visit.customer_id IS NOT NULL
  GROUP BY visit.id
)
GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO customer_total (customer_id, occasions, visits, net_minor, first_date, last_date)
SELECT customer_id, sum(occasions), sum(visits), sum(net_minor), min(first_date), max(last_date)
FROM customer_month GROUP BY customer_id;
--> statement-breakpoint
INSERT INTO walk_in_month (month, visits, net_minor)
SELECT substr(business_date, 1, 7), sum(is_occasion), sum(net_minor)
FROM (
  SELECT visit.business_date, coalesce(sum(visit_line.amount_minor), 0) AS net_minor,
    coalesce(max(visit_line.quantity_thousandths >= 0 AND visit_line.amount_minor >= 0), 1) AS is_occasion
  FROM visit LEFT JOIN visit_line ON visit_line.visit_id = visit.id
  WHERE visit.cancelled_at_ms IS NULL AND visit.customer_id IS NULL
  GROUP BY visit.id
)
GROUP BY 1;

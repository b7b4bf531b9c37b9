CREATE TABLE "erasing_sweeps" (
	"case_id" text PRIMARY KEY NOT NULL,
	"files" jsonb NOT NULL
);

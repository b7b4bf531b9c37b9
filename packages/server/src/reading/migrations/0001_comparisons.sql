CREATE TABLE "reading_comparisons" (
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reading_comparisons_case_id_person_id_pk" PRIMARY KEY("case_id","person_id")
);

-- A return whose place another took is looked for as often as one that stands.
CREATE INDEX return_request_parts_formerly ON return_request_parts USING gin (former_return_ids);

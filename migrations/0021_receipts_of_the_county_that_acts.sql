-- A receipt number is the acting county's: the function gives one in the context it finds (receipt_number's policy refuses any other), and changes no setting.
create or replace function next_receipt(for_county char, of_year integer, out running integer, out mark text) language plpgsql as $$ begin
  insert into receipt_number as given (county, year, last) values (for_county, of_year, 1)
    on conflict (county, year) do update set last = given.last + 1
    returning given.last into running;
  select left(name->>'zh-CN', 1) into mark from division where code = for_county || '000000';
end $$;

-- A share and its number give its part and the rest: neither may be about so few that the figure by itself would be withheld. Only shares are not whole.
alter table county_figure no force row level security;
update county_figure set value = null, of_how_many = null
  where value <> trunc(value) and (round(value * of_how_many) < 10 or of_how_many - round(value * of_how_many) < 10);
alter table county_figure force row level security;
alter table county_figure add constraint a_share_of_few_is_withheld
  check (value = trunc(value) or (round(value * of_how_many) >= 10 and of_how_many - round(value * of_how_many) >= 10));

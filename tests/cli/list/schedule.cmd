cchc list --schedule phased,triggered --columns id,schedule,schedule_kind,start,due

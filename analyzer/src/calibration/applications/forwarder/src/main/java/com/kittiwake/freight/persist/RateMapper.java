package com.kittiwake.freight.persist;

import com.kittiwake.freight.model.Rate;
import java.math.BigDecimal;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

public interface RateMapper {
  @Select(
      "select lane, carrier, per_teu as perTeu, transit_days as transitDays from rate where lane = #{lane} order by per_teu")
  List<Rate> ofLane(String lane);

  @Insert(
      "insert into rate(lane, carrier, per_teu, transit_days) values(#{lane}, #{carrier}, #{perTeu}, #{transitDays})")
  int add(Rate rate);

  @Delete("delete from rate where carrier = #{carrier}")
  int removeCarrier(String carrier);

  @Update("update rate set per_teu = per_teu * #{factor} where lane = #{lane}")
  int surcharge(@Param("lane") String lane, @Param("factor") BigDecimal factor);
}
